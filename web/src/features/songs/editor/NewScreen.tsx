/** To be drawn by its feature. */
export default function NewScreen() {
  return null;
}
