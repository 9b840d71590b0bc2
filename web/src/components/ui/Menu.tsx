import { Ellipsis, type LucideIcon } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { Kbd } from "./Bits";
import { IconButton } from "./Button";
import { Popover, type PopoverProps } from "./Popover";

export interface MenuItem {
  label: ReactNode;
  run: () => void;
  icon?: LucideIcon;
  keys?: string;
  danger?: boolean;
  /** A line above it. */
  apart?: boolean;
  /** Given when the items are alternatives. */
  checked?: boolean;
}

function move(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by && event.key !== "Home" && event.key !== "End") return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const here = all.indexOf(document.activeElement as HTMLElement);
  const next =
    event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : (here + (by ?? 0) + all.length) % all.length;
  event.preventDefault();
  event.stopPropagation();
  all[next]?.focus();
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const Icon = item.icon;
  return (
    <>
      {item.apart && <hr />}
      <button
        type="button"
        className={item.danger ? "mi bad" : "mi"}
        role={item.checked === undefined ? "menuitem" : "menuitemradio"}
        aria-checked={item.checked}
        onClick={() => {
          close();
          item.run();
        }}
      >
        {Icon && <Icon className="i" aria-hidden />}
        <span className="grow">{item.label}</span>
        {item.keys && <Kbd keys={item.keys} />}
      </button>
    </>
  );
}

/** A list of things to do, opened by a button (three dots unless another is given). */
export function Menu({
  label,
  items,
  button,
  end = true,
}: {
  label: string;
  items: MenuItem[];
  button?: PopoverProps["button"];
  end?: boolean;
}) {
  const dots: PopoverProps["button"] = (props) => (
    <IconButton {...props} label={label} icon={Ellipsis} aria-haspopup="menu" />
  );
  return (
    <Popover label={label} role="menu" end={end} button={button ?? dots}>
      {(close) => (
        <div className="menu-in" onKeyDown={move}>
          {items.map((item, i) => (
            <Item key={i} item={item} close={close} />
          ))}
        </div>
      )}
    </Popover>
  );
}
