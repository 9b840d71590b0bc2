import { useEffect, useState } from "react";
import { t } from "@/i18n";
import { createStore, useStore } from "../store";

export interface ToastInput {
  text: string;
  /** Takes back what the words tell; its failure is told too. */
  undo?: () => Promise<unknown>;
  danger?: boolean;
}

interface ToastState {
  current?: ToastInput & { id: number };
}

const stay = 6000;
const store = createStore<ToastState>({});
let count = 0;

/** Tells what just happened, for six seconds, with Undo where there is one. */
export function toast(input: ToastInput) {
  store.set({ current: { ...input, id: ++count } });
}

export function closeToast() {
  store.set({ current: undefined });
}

async function takeBack(undo: () => Promise<unknown>) {
  closeToast();
  try {
    await undo();
    toast({ text: t("undo.done") });
  } catch {
    toast({ text: t("undo.failed"), danger: true });
  }
}

/** Takes back what the visible toast tells. */
export function undoLatest() {
  const undo = store.get().current?.undo;
  if (undo) void takeBack(undo);
}

/** The one place where toasts show. It waits while it is hovered or focused. */
export function ToastHost() {
  const { current } = useStore(store);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!current || held) return;
    const timer = setTimeout(closeToast, stay);
    return () => clearTimeout(timer);
  }, [current, held]);
  const undo = current?.undo;
  return (
    <div className="toasts" role="status">
      {current && (
        <div
          key={current.id}
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{current.text}</span>
          {undo && (
            <button type="button" onClick={() => void takeBack(undo)}>
              <u>{t("action.undo")}</u>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
