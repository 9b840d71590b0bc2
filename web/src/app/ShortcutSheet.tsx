import { prefs, usePrefs } from "@/components/prefs";
import { type Shortcut, type ShortcutGroup, useAllShortcuts } from "@/components/shortcuts";
import { Kbd } from "@/components/ui/Bits";
import { Switch } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { t } from "@/i18n";

const groups: ShortcutGroup[] = ["anywhere", "page", "lists", "chart", "editor"];

function Group({ name, list }: { name: ShortcutGroup; list: Shortcut[] }) {
  return (
    <section>
      <h3 className="h-sec">{t(`keys.${name}`)}</h3>
      <dl>
        {list.map((s) => (
          <div key={s.keys}>
            <dt>{t(s.label)}</dt>
            <dd>
              <Kbd keys={s.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key that works on the page underneath. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const all = useAllShortcuts();
  const { singleKeys } = usePrefs();
  const shown = groups.map((name) => ({ name, list: all.filter((s) => s.group === name) }));
  return (
    <Dialog title={t("keys.title")} onClose={onClose} wide>
      <div className="sheet">{shown.map((g) => g.list.length > 0 && <Group key={g.name} {...g} />)}</div>
      <Switch label={t("keys.letters")} checked={singleKeys} onChange={(on) => prefs.set({ singleKeys: on })} />
      <p className="help">{t("keys.letters.help")}</p>
    </Dialog>
  );
}
