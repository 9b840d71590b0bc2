import { CornerDownLeft, type LucideIcon, Pencil } from "lucide-react";
import { Kbd } from "@/components/ui/Bits";
import { t } from "@/i18n";
import type { Entry } from "./paletteModel";

export interface SideAction {
  icon: LucideIcon;
  label: string;
  keys: string;
  run: () => void;
}

/** What can be done with the entry; the first is what Enter does. */
export function sideActions(entry: Entry | undefined, open: () => void, edit?: () => void): SideAction[] {
  if (!entry) return [];
  const words = {
    song: "palette.open_chart",
    person: "palette.open_person",
    theme: "palette.show_theme",
    action: "palette.do",
  } as const;
  const first = { icon: CornerDownLeft, label: t(words[entry.kind]), keys: "enter", run: open };
  return edit ? [first, { icon: Pencil, label: t("action.edit"), keys: "mod+e", run: edit }] : [first];
}

/** Left is what, right is what to do with it. */
export function PaletteSide({ actions }: { actions: SideAction[] }) {
  return (
    <div className="pl2 only-wide">
      {actions.length > 0 && <h3>{t("palette.with")}</h3>}
      {actions.map((action, i) => (
        <button type="button" key={action.label} className={i === 0 ? "pi sm on2" : "pi sm"} onClick={action.run}>
          <span className="pic">
            <action.icon className="i" aria-hidden />
          </span>
          <span className="grow clip">{action.label}</span>
          <Kbd keys={action.keys} />
        </button>
      ))}
    </div>
  );
}
