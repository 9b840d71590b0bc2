import { useCallback, useState } from "react";

/** Which songs are chosen; undefined while nothing is being chosen. */
export function useSelection() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const toggle = useCallback((id: string) => {
    setChosen((was) => {
      const next = new Set(was);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return {
    chosen,
    toggle,
    start: () => setChosen(new Set()),
    set: (ids: string[]) => setChosen(new Set(ids)),
    stop: () => setChosen(undefined),
  };
}
