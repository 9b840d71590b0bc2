/** To be drawn by its feature. */
export default function AccountScreen() {
  return null;
}
