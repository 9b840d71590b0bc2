import type { ComponentProps } from "react";
import { t } from "@/i18n";

/** A stored key (`Bb`, `F#m`) with real accidentals. */
export function keyLabel(key: string): string {
  return key.replace(/^([A-G])b/, "$1♭").replace(/^([A-G])#/, "$1♯");
}

/** The card in the slot of a hymn board. */
export function KeyTile({ value, large }: { value: string | undefined; large?: boolean }) {
  if (!value)
    return (
      <span className={large ? "key lg none" : "key none"}>
        <span aria-hidden>–</span>
        <span className="sr">{t("key.none")}</span>
      </span>
    );
  return (
    <span className={large ? "key lg" : "key"}>
      <span className="sr">{t("key.name", { key: keyLabel(value) })}</span>
      <span aria-hidden>{keyLabel(value)}</span>
    </span>
  );
}

/** A key tile that opens something. */
export function KeyButton({ value, label, ...rest }: ComponentProps<"button"> & { value: string; label: string }) {
  return (
    <button type="button" {...rest} className="key tap" aria-label={label}>
      {keyLabel(value) || "–"}
    </button>
  );
}

export interface BoardSlot {
  id: string;
  key: string;
  name: string;
}

/** Several keys side by side between two double rails. Arrow keys move when a slot can be chosen. */
export function KeyBoard({
  label,
  slots,
  chosen,
  onChoose,
}: {
  label: string;
  slots: BoardSlot[];
  chosen?: string;
  onChoose: (slot: BoardSlot) => void;
}) {
  return (
    <div className="board" role="group" aria-label={label} onKeyDown={moveByArrows}>
      {slots.map((slot) => (
        <button
          key={slot.id}
          type="button"
          className={slot.id === chosen ? "on" : undefined}
          aria-pressed={slot.id === chosen}
          onClick={() => onChoose(slot)}
        >
          <b>{keyLabel(slot.key)}</b>
          <span>{slot.name}</span>
        </button>
      ))}
    </div>
  );
}

/** Moves the focus among a group's buttons by the arrow keys. */
export function moveByArrows(event: React.KeyboardEvent<HTMLElement>) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("button:not([disabled])")];
  const here = all.indexOf(event.target as HTMLElement);
  event.preventDefault();
  event.stopPropagation();
  all[(here + by + all.length) % all.length]?.focus();
}
