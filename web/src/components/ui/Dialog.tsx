import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { t } from "@/i18n";
import { IconButton } from "./Button";

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  actions?: ReactNode;
  wide?: boolean;
}

const firstField = ".dlg-body :is(input:not([type=radio], [type=checkbox]), select, textarea)";

/** Opens a native dialog while it is mounted; focus goes in, and back to where it came from. */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    dialog?.querySelector<HTMLElement>(firstField)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const props = {
    ref,
    onCancel: (event: React.SyntheticEvent) => {
      event.preventDefault();
      onClose();
    },
    onPointerDown: (event: React.PointerEvent) => {
      if (event.target === ref.current) onClose();
    },
  };
  return props;
}

export function Dialog({ title, onClose, children, actions, wide }: DialogProps) {
  const modal = useModal(onClose);
  return (
    <dialog {...modal} className={wide ? "dlg wide" : "dlg"} aria-label={title}>
      <div className="dlg-in">
        <header>
          <h2 className="h-page">{title}</h2>
          <IconButton label={t("action.close")} icon={X} onClick={onClose} />
        </header>
        <div className="dlg-body">{children}</div>
        {actions && <footer>{actions}</footer>}
      </div>
    </dialog>
  );
}
