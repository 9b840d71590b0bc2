/** To be drawn by its feature. */
export default function PersonScreen() {
  return null;
}
