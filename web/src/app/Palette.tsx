export default function Palette(_: { initial: string; onClose: () => void }) {
  return null;
}
