// A file may be dropped on its field; without this the field is a button like any other.
const form = document.querySelector("[data-drop]")
const field = form.querySelector("input[type=file]")
const place = form.querySelector(".drop")
form.querySelector(".drop-hint").hidden = false
for (const [event, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  place.addEventListener(event, moved => {
    moved.preventDefault()
    place.classList.toggle("drop--over", over)
    if (event === "drop" && moved.dataTransfer.files.length) field.files = moved.dataTransfer.files
  })
}
