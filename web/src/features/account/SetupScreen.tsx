/** To be drawn by its feature. */
export default function SetupScreen() {
  return null;
}
