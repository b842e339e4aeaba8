// The one script of this site: it asks the browser for a passkey. Pages work without it, with password and code.
// A form with data-passkey="create" or "get" is hidden until the browser knows passkeys; data-options holds what the server
// asks for, or the script fetches it from the form's own address.
(() => {
  const options = async (form) => {
    if (form.dataset.options) return JSON.parse(form.dataset.options)
    const answer = await fetch(form.action, { headers: { Accept: 'application/json' } })
    if (!answer.ok) throw new Error('no options')
    return (await answer.json()).request_options
  }
  const ask = async (form) => {
    const credential = await window.webauthnJSON[form.dataset.passkey](await options(form))
    form.elements.namedItem('credential').value = JSON.stringify(credential)
    form.submit()
  }
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!window.PublicKeyCredential) continue
    form.closest('[hidden]')?.removeAttribute('hidden')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      ask(form).catch(() => form.querySelector('[data-failed]')?.removeAttribute('hidden'))
    })
  }
})()
