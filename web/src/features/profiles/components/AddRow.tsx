import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ProfileSong } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { KeyTile, keyLabel } from "@/components/ui/Key";
import { Stepper } from "@/components/ui/Stepper";
import { t } from "@/i18n";
import { soundingKey } from "../model";
import type { AddSongsState } from "../useAddSongs";
import { FoundElsewhere, FoundTitle } from "./Match";

function InList({ row, own }: { row: ProfileSong; own: boolean }) {
  const key = keyLabel(soundingKey(row));
  const words = own
    ? key
      ? t("add.in.own.key", { key })
      : t("add.in.own")
    : key
      ? t("add.in.key", { key })
      : t("add.in");
  return (
    <span className="stat wait">
      <Check className="i" aria-hidden />
      {words}
    </span>
  );
}

function KeyPart({ row, active, own, state }: AddRowProps) {
  const key = state.keyOf(row);
  if (!active || !key) return <KeyTile value={key} />;
  return (
    <>
      <span className="sub only-wide add-your">{own ? t("add.key.own") : t("add.key")}</span>
      <Stepper
        label={t("add.key")}
        isKey
        value={keyLabel(key)}
        up={t("add.key.up")}
        down={t("add.key.down")}
        onStep={(by) => state.step(row, by)}
      />
    </>
  );
}

interface AddRowProps {
  row: ProfileSong;
  active: boolean;
  own: boolean;
  state: AddSongsState;
}

/** A found song: its key can be moved before it is added. */
export function AddRow(props: AddRowProps) {
  const { row, active, own, state } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={element}
      role="row"
      id={`${state.id}-${row.song.id}`}
      className={`opt${active ? " on" : ""}${row.in_list ? " has" : ""}`}
      aria-selected={active}
      onPointerUp={() => state.setActive(row.song.id)}
      onFocus={() => state.setActive(row.song.id)}
    >
      <span role="gridcell" className="grow">
        <span className="t1">
          <FoundTitle song={row.song} />
        </span>
        <span className="t2">
          <FoundElsewhere song={row.song} />
        </span>
      </span>
      {row.in_list ? (
        <span role="gridcell">
          <InList row={row} own={own} />
        </span>
      ) : (
        <span role="gridcell" className="opt-do">
          <KeyPart {...props} />
          <Button
            look={active ? "pri" : "plain"}
            tabIndex={active ? 0 : -1}
            aria-label={t("add.do", { title: row.song.title })}
            onClick={(e) => {
              e.stopPropagation();
              state.put(row);
            }}
          >
            {t("action.add")}
          </Button>
        </span>
      )}
    </div>
  );
}
