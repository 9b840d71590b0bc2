import { LookChoices } from "@/components/LookChoices";
import { Dialog } from "@/components/ui/Dialog";
import { t } from "@/i18n";

export default function LookDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t("look.title")} onClose={onClose}>
      <LookChoices />
    </Dialog>
  );
}
