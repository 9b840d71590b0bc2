import { Link } from "@tanstack/react-router";
import { Ban, Check, KeyRound, ListMusic, Pencil, Trash2 } from "lucide-react";
import type { Role, User } from "@/api/types";
import { Avatar } from "@/components/ui/Bits";
import { Menu, type MenuItem } from "@/components/ui/Menu";
import { Sk } from "@/components/ui/States";
import { formatDate, t } from "@/i18n";
import { isLastAdmin } from "../queries";
import { RoleMenu } from "./RoleMenu";

export interface UserActions {
  onRole: (user: User, role: Role) => void;
  onEdit: (user: User) => void;
  onPassword: (user: User) => void;
  onDisable: (user: User, disabled: boolean) => void;
  onDelete: (user: User) => void;
}

function Seen({ user }: { user: User }) {
  if (user.disabled)
    return (
      <span className="stat warn">
        <Ban className="i" aria-hidden />
        {t("users.off")}
      </span>
    );
  return <span className="muted">{user.last_seen_at ? formatDate(user.last_seen_at) : t("users.never")}</span>;
}

function items(user: User, last: boolean, me: boolean, actions: UserActions): MenuItem[] {
  const edit = [
    { label: t("users.edit"), icon: Pencil, run: () => actions.onEdit(user) },
    { label: t("users.password"), icon: KeyRound, run: () => actions.onPassword(user) },
  ];
  if (last || me) return edit;
  return [
    ...edit,
    user.disabled
      ? { label: t("users.on.do"), icon: Check, apart: true, run: () => actions.onDisable(user, false) }
      : { label: t("users.off.do"), icon: Ban, apart: true, run: () => actions.onDisable(user, true) },
    { label: t("users.delete"), icon: Trash2, danger: true, run: () => actions.onDelete(user) },
  ];
}

function UserRow({ user, last, me, actions }: { user: User; last: boolean; me: boolean; actions: UserActions }) {
  return (
    <tr className={user.disabled ? "off" : undefined}>
      <td>
        <span className="nm">
          <Avatar name={user.name} />
          <span>
            <b>
              {user.name} {me && <small className="muted">{t("users.you")}</small>}
            </b>
            <span className="nm-does">
              {user.username}
              {user.disabled && <span className="only-phone">{t("users.off")}</span>}
            </span>
          </span>
        </span>
      </td>
      <td>
        <RoleMenu user={user} fixed={last} onChange={(role) => actions.onRole(user, role)} />
      </td>
      <td className="only-wide">
        {user.profile_id && (
          <Link className="link user-list" to="/people/$profileId" params={{ profileId: user.profile_id }} search={{}}>
            <ListMusic className="i sm" aria-hidden />
            {t("users.list")}
            <span className="sr">{t("users.list.of", { name: user.name })}</span>
          </Link>
        )}
      </td>
      <td className="only-wide nw">
        <Seen user={user} />
      </td>
      <td className="r">
        <Menu label={t("users.more", { name: user.name })} items={items(user, last, me, actions)} />
      </td>
    </tr>
  );
}

export function UsersTable({ users, meId, actions }: { users: User[]; meId?: string; actions: UserActions }) {
  return (
    <table className="tbl usr-tbl" aria-label={t("nav.users")}>
      <thead>
        <tr>
          <th scope="col">{t("users.col.name")}</th>
          <th scope="col">{t("users.col.role")}</th>
          <th scope="col" className="only-wide">
            {t("users.col.person")}
          </th>
          <th scope="col" className="only-wide">
            {t("users.col.seen")}
          </th>
          <th scope="col">
            <span className="sr">{t("action.more")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserRow key={user.id} user={user} last={isLastAdmin(user, users)} me={user.id === meId} actions={actions} />
        ))}
      </tbody>
    </table>
  );
}

export function UsersSkeleton() {
  return ["30%", "24%", "28%", "22%"].map((w) => (
    <div className="usr-sk" key={w}>
      <Sk w="2rem" h="2rem" />
      <span className="grow">
        <Sk w={w} />
      </span>
      <Sk w="5rem" />
    </div>
  ));
}
