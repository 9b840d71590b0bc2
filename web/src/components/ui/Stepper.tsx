import { Minus, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

/** Runs again and again while a button is held. */
function useHold(run: () => void) {
  const latest = useRef(run);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = run;
  });
  const stop = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const again = () => {
    latest.current();
    timer.current = setTimeout(again, 120);
  };
  const start = () => {
    stop();
    timer.current = setTimeout(again, 450);
  };
  return { onPointerDown: start, onPointerUp: stop, onPointerLeave: stop, onPointerCancel: stop, onClick: run };
}

export interface StepperProps {
  label: string;
  value: ReactNode;
  up: string;
  down: string;
  onStep: (by: 1 | -1) => void;
  atMin?: boolean;
  atMax?: boolean;
  isKey?: boolean;
}

/** One value moved by steps; hold to repeat, left and right arrows when focused. */
export function Stepper(props: StepperProps) {
  const less = useHold(() => !props.atMin && props.onStep(-1));
  const more = useHold(() => !props.atMax && props.onStep(1));
  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (!(by === 1 ? props.atMax : props.atMin)) props.onStep(by);
  }
  return (
    <div className="step" role="group" aria-label={props.label} onKeyDown={onKeyDown}>
      <button type="button" aria-label={props.down} aria-disabled={props.atMin} {...less}>
        <Minus className="i sm" aria-hidden />
      </button>
      <output className={props.isKey ? "k" : undefined} aria-live="polite">
        {props.value}
      </output>
      <button type="button" aria-label={props.up} aria-disabled={props.atMax} {...more}>
        <Plus className="i sm" aria-hidden />
      </button>
    </div>
  );
}
