"""The web server's way in: `granian --interface wsgi lebenslage.site.wsgi:application`.

What a page leaves behind is cleared away seldom, and what the house holds for good - law, sentences, templates - is not looked through
for it again and again.
"""

import gc
import os

from django.core.wsgi import get_wsgi_application

LEFT_BEHIND = 20_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lebenslage.site.settings")
application = get_wsgi_application()
gc.collect()
gc.freeze()
gc.set_threshold(LEFT_BEHIND, 20, 100)
