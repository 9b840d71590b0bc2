/** To be drawn by its feature. */
export default function SongsScreen() {
  return null;
}
