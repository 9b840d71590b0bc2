import { type ReactNode, useState } from "react";
import { t } from "@/i18n";
import { Button } from "./ui/Button";
import { Check } from "./ui/Choices";
import { Dialog } from "./ui/Dialog";

/** Only for what cannot be taken back: a sentence, a box that must be ticked, and then the button. */
export function ConfirmDialog(props: {
  title: string;
  children: ReactNode;
  understood: string;
  action: string;
  busy: string | false;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const [sure, setSure] = useState(false);
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("action.cancel")}</Button>
          <Button danger disabled={!sure} busy={props.busy} onClick={props.onConfirm}>
            {props.action}
          </Button>
        </>
      }
    >
      <div className="form">
        {props.children}
        <Check label={props.understood} checked={sure} onChange={setSure} />
      </div>
    </Dialog>
  );
}
