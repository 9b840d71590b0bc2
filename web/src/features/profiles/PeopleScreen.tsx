/** To be drawn by its feature. */
export default function PeopleScreen() {
  return null;
}
