// Notes are kept by themselves a moment after somebody stops writing. Without this file each point has its button.
for (const form of document.querySelectorAll("form[data-notes]")) {
  const said = form.querySelector(".saved")
  let waiting = 0, busy = false
  const keep = async () => {
    if (busy) { waiting = setTimeout(keep, 1000); return }
    busy = true
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" })
      if (answer.status === 409) { busy = false; form.submit(); return }
      if (answer.type !== "opaqueredirect") throw new Error(String(answer.status))
      form.version.value = String(Number(form.version.value) + 1)
      said.textContent = `Gespeichert um ${new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" })} Uhr`
    } catch {
      said.textContent = "Noch nicht gespeichert. Bitte drücken Sie auf „Speichern“."
    }
    busy = false
  }
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(keep, 1500) })
  form.addEventListener("submit", () => clearTimeout(waiting))
}
