import { Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Kbd } from "@/components/ui/Bits";
import { t } from "@/i18n";

const pause = 120;

export interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  /** Up and down move through the list while typing. */
  onMove: (by: 1 | -1) => void;
  onOpen: () => void;
  input: RefObject<HTMLInputElement | null>;
}

/** Holds what is typed and hands it on once the fingers rest; the address may also change it from outside. */
function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      latest.current(typed);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped] as const;
}

export function SearchBox({ value, onChange, onMove, onOpen, input }: SearchBoxProps) {
  const [typed, setTyped] = useTyped(value, onChange);
  function onKeyDown(event: KeyboardEvent) {
    const act: Record<string, () => void> = {
      ArrowDown: () => onMove(1),
      ArrowUp: () => onMove(-1),
      Enter: onOpen,
      Escape: () => (typed ? setTyped("") : input.current?.blur()),
    };
    const run = act[event.key];
    if (!run || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  }
  return (
    <search className="field">
      <Search className="i" aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={t("songs.search")}
        placeholder={t("songs.search.hint")}
        value={typed}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(e) => setTyped(e.target.value)}
        onKeyDown={onKeyDown}
      />
      {typed ? (
        <button
          type="button"
          className="clr"
          aria-label={t("songs.search.clear")}
          onClick={() => {
            setTyped("");
            input.current?.focus();
          }}
        >
          <X className="i" aria-hidden />
        </button>
      ) : (
        <Kbd keys="/" />
      )}
    </search>
  );
}
