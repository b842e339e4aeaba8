"""The web server's way in: `granian --interface wsgi lebenslage.site.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lebenslage.site.settings")
application = get_wsgi_application()
