import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";

const gap = 6;
const edge = 8;

/** Puts the box under its button, or over it where there is more room, and always on the screen. */
function place(box: HTMLElement, button: HTMLElement, end: boolean) {
  const b = button.getBoundingClientRect();
  box.style.maxHeight = "";
  const w = box.offsetWidth;
  const h = box.offsetHeight;
  const below = innerHeight - b.bottom - gap - edge;
  const over = h > below && b.top > innerHeight - b.bottom;
  const left = Math.max(edge, Math.min(end ? b.right - w : b.left, innerWidth - w - edge));
  box.style.left = `${left}px`;
  box.style.top = over ? `${Math.max(edge, b.top - gap - h)}px` : `${b.bottom + gap}px`;
  box.style.maxHeight = `${over ? b.top - gap - edge : below}px`;
}

export interface PopoverProps {
  /** Draws the button; spread `props` on it. */
  button: (props: {
    ref: RefObject<HTMLButtonElement | null>;
    "aria-expanded": boolean;
    onClick: () => void;
  }) => ReactNode;
  children: (close: () => void) => ReactNode;
  /** Lines up the right edges. */
  end?: boolean;
  className?: string;
  label: string;
  role?: "menu" | "dialog";
}

/** A native popover under a button. It closes by itself on Escape and on a press outside. */
export function Popover({ button, children, end = false, className = "menu", label, role = "dialog" }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const id = useId();
  function toggle() {
    // A press on the button while open light-dismisses first; it must not open again.
    if (!wasOpen.current) setOpen(true);
    wasOpen.current = false;
  }
  useEffect(() => {
    const down = (event: PointerEvent) => {
      wasOpen.current = open && trigger.current !== null && event.composedPath().includes(trigger.current);
    };
    document.addEventListener("pointerdown", down, true);
    return () => document.removeEventListener("pointerdown", down, true);
  }, [open]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!open || !element || !trigger.current) return;
    element.showPopover?.();
    const button = trigger.current;
    // What is inside may still be on its way: the box is placed again as often as its size changes.
    const sized = new ResizeObserver(() => place(element, button, end));
    place(element, button, end);
    sized.observe(element);
    (element.querySelector<HTMLElement>("[autofocus], input, [role^=menuitem], button") ?? element).focus();
    const closed = (event: Event) => {
      if ((event as ToggleEvent).newState === "closed") setOpen(false);
    };
    element.addEventListener("toggle", closed);
    return () => {
      sized.disconnect();
      element.removeEventListener("toggle", closed);
    };
  }, [open, end]);
  function close() {
    setOpen(false);
    trigger.current?.focus();
  }
  return (
    <>
      {button({ ref: trigger, "aria-expanded": open, onClick: toggle })}
      {open && (
        <div
          ref={box}
          id={id}
          popover="auto"
          role={role}
          aria-label={label}
          className={`pop ${className}`}
          tabIndex={-1}
        >
          {children(close)}
        </div>
      )}
    </>
  );
}
