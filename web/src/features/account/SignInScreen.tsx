/** To be drawn by its feature. */
export default function SignInScreen() {
  return null;
}
