import { Copy, Trash2, X } from "lucide-react";
import { Button, IconButton } from "@/components/ui/Button";
import { t, tn } from "@/i18n";

/** Takes the place of the tools while songs are being chosen. */
export function SelectionBar(props: {
  count: number;
  all: number;
  onAll: () => void;
  onCopy: () => void;
  onRemove: () => void;
  onDone: () => void;
}) {
  const none = props.count === 0;
  return (
    <div className="ps-tools ps-chosen" role="toolbar" aria-label={t("list.chosen.tools")}>
      <IconButton label={t("list.chosen.done")} icon={X} onClick={props.onDone} />
      <span role="status">{tn("list.chosen", props.count)}</span>
      <span className="grow" />
      <Button look="quiet" onClick={props.onAll}>
        {props.count === props.all ? t("list.chosen.none") : t("list.chosen.all")}
      </Button>
      <Button icon={Copy} disabled={none} onClick={props.onCopy} aria-label={t("list.copy.to")}>
        <span className="only-wide">{t("list.copy.to")}</span>
      </Button>
      <Button icon={Trash2} danger disabled={none} onClick={props.onRemove} aria-label={t("action.remove")}>
        <span className="only-wide">{t("action.remove")}</span>
      </Button>
    </div>
  );
}
