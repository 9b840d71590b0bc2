/** To be drawn by its feature. */
export default function UsersScreen() {
  return null;
}
