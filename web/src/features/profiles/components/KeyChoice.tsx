import type { ProfileSong } from "@/api/types";
import { distance, keysLike, shapesFor } from "@/components/musicKeys";
import { Button } from "@/components/ui/Button";
import { KeyBoard, KeyButton, keyLabel } from "@/components/ui/Key";
import { Popover } from "@/components/ui/Popover";
import { Stepper } from "@/components/ui/Stepper";
import { t } from "@/i18n";
import type { Entry } from "../model";
import { soundingKey } from "../model";

export const mostCapo = 11;

function slotName(written: string | undefined, key: string): string {
  if (!written) return "";
  const by = distance(written, key);
  if (by === 0) return t("key.written");
  return by > 0 ? t("key.up", { count: by }) : t("key.down", { count: -by });
}

/** How a capo makes a key sound, in words. */
export function capoWords(key: string, capo: number): string {
  if (capo === 0) return t("capo.none");
  return key ? t("capo.shapes", { capo, key: keyLabel(shapesFor(key, capo)) }) : t("capo.fret", { capo });
}

export function CapoStepper({
  sounding,
  capo,
  onChange,
}: {
  sounding: string;
  capo: number;
  onChange: (capo: number) => void;
}) {
  return (
    <div className="capo">
      <span className="label">{t("capo")}</span>
      <Stepper
        label={t("capo")}
        value={capo || t("capo.no")}
        up={t("capo.up")}
        down={t("capo.down")}
        atMin={capo === 0}
        atMax={capo === mostCapo}
        onStep={(by) => onChange(capo + by)}
      />
      <span className="help">{capoWords(sounding, capo)}</span>
    </div>
  );
}

/** The key tile of a row; it opens the board of all keys and the capo. */
export function KeyChoice({
  row,
  onChange,
}: {
  row: ProfileSong;
  onChange: (change: Partial<Entry>, told?: string) => void;
}) {
  const { title, key: written } = row.song;
  const sounding = soundingKey(row);
  const label = sounding
    ? t(row.preferred_key ? "key.change" : "key.change.written", { title, key: keyLabel(sounding) })
    : t("key.change.none", { title });
  return (
    <Popover
      label={t("key.choose", { title })}
      className="menu key-pop"
      button={(props) => <KeyButton {...props} value={sounding} label={label} data-soft={!row.preferred_key} />}
    >
      {(close) => (
        <>
          <KeyBoard
            label={t("key.choose", { title })}
            slots={keysLike(sounding || "C").map((key) => ({ id: key, key, name: slotName(written, key) }))}
            chosen={sounding}
            onChoose={({ key }) => {
              close();
              onChange({ preferred_key: key }, t("key.changed", { title, key: keyLabel(key) }));
            }}
          />
          <CapoStepper sounding={sounding} capo={row.capo} onChange={(capo) => onChange({ capo })} />
          {row.preferred_key && (
            <Button
              look="quiet"
              onClick={() => {
                close();
                onChange({ preferred_key: "" }, t("key.cleared", { title }));
              }}
            >
              {t("key.clear")}
            </Button>
          )}
        </>
      )}
    </Popover>
  );
}
