/** To be drawn by its feature. */
export default function HistoryScreen() {
  return null;
}
