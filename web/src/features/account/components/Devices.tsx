import { useQuery } from "@tanstack/react-query";
import { Check, type LucideIcon, Monitor, Smartphone, Tablet } from "lucide-react";
import type { Device } from "@/api/types";
import { Await } from "@/components/Await";
import { Button } from "@/components/ui/Button";
import { Sk } from "@/components/ui/States";
import { formatDateTime, t } from "@/i18n";
import { devicesQuery, useEndDevices } from "../queries";

function iconFor(label: string): LucideIcon {
  if (/ipad|tablet/i.test(label)) return Tablet;
  return /phone|android|ios/i.test(label) ? Smartphone : Monitor;
}

function DeviceRow({ device, onEnd, busy }: { device: Device; onEnd: () => void; busy: boolean }) {
  const Icon = iconFor(device.label);
  return (
    <li className="dev">
      <Icon className="i lg" aria-hidden />
      <span className="grow">
        <b>{device.label || t("devices.unknown")}</b>
        <small>{t("devices.seen", { when: formatDateTime(device.last_seen_at), address: device.address })}</small>
      </span>
      {device.current ? (
        <span className="stat ok">
          <Check className="i" aria-hidden />
          {t("devices.current")}
        </span>
      ) : (
        <Button
          onClick={onEnd}
          busy={busy && t("devices.ending")}
          aria-label={t("devices.end.of", { device: device.label })}
        >
          {t("devices.end")}
        </Button>
      )}
    </li>
  );
}

function DeviceSkeleton() {
  return [0, 1, 2].map((i) => (
    <div className="dev" key={i}>
      <Sk w="1.375rem" h="1.375rem" />
      <span className="grow">
        <Sk w="12rem" />
        <Sk w="18rem" h=".6875rem" top=".5rem" />
      </span>
    </div>
  ));
}

/** Where I am signed in, and the way to end it from afar. */
export function Devices() {
  const query = useQuery(devicesQuery);
  const end = useEndDevices();
  return (
    <Await query={query} problem={t("devices.problem")} skeleton={<DeviceSkeleton />}>
      {(devices) => (
        <div>
          <ul>
            {devices.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                onEnd={() => end.mutate(device)}
                busy={end.isPending && end.variables === device}
              />
            ))}
          </ul>
          {devices.length > 1 && (
            <Button
              className="dev-foot"
              onClick={() => end.mutate("others")}
              busy={end.isPending && end.variables === "others" && t("devices.ending")}
            >
              {t("devices.end.others")}
            </Button>
          )}
        </div>
      )}
    </Await>
  );
}
