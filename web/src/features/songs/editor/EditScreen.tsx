/** To be drawn by its feature. */
export default function EditScreen() {
  return null;
}
