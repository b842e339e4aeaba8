// A file may be dropped on its field or anywhere on its form; without this the field is a button like any other.
const form = document.querySelector("[data-drop]")
const field = form.querySelector("input[type=file]")
form.querySelector(".drop-hint").hidden = false
for (const [event, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  form.addEventListener(event, moved => {
    moved.preventDefault()
    field.classList.toggle("over", over)
    if (event === "drop" && moved.dataTransfer.files.length) field.files = moved.dataTransfer.files
  })
}
