import { ChevronDown } from "lucide-react";
import type { Role, User } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Menu } from "@/components/ui/Menu";
import { t } from "@/i18n";
import { roles } from "../queries";

export function RoleWords({ role }: { role: Role }) {
  return (
    <span className="role">
      <b>{t(`role.${role}`)}</b>
      <small>{t(`users.role.${role}`)}</small>
    </span>
  );
}

/** The role of an account, changed where it stands. */
export function RoleMenu({ user, fixed, onChange }: { user: User; fixed: boolean; onChange: (role: Role) => void }) {
  if (fixed)
    return (
      <span className="role-fixed" title={t("users.last")}>
        {t(`role.${user.role}`)} <small>{t("users.last.short")}</small>
      </span>
    );
  return (
    <Menu
      label={t("users.role.of", { name: user.name })}
      end={false}
      items={roles.map((role) => ({
        label: <RoleWords role={role} />,
        checked: role === user.role,
        run: () => role !== user.role && onChange(role),
      }))}
      button={(props) => (
        <Button
          {...props}
          look="quiet"
          className="role-btn"
          aria-haspopup="menu"
          aria-label={t("users.role.is", { name: user.name, role: t(`role.${user.role}`) })}
        >
          {t(`role.${user.role}`)}
          <ChevronDown className="i sm" aria-hidden />
        </Button>
      )}
    />
  );
}
