/** To be drawn by its feature. */
export default function SongScreen() {
  return null;
}
