import { ALargeSmall } from "lucide-react";
import type { Chart } from "@/api/types";
import { Button, IconButton } from "@/components/ui/Button";
import { Popover } from "@/components/ui/Popover";
import { t } from "@/i18n";
import { stepScale } from "./scale";
import { CapoStepper, KeyStepper } from "./Tools";
import type { ChartKeyState } from "./useChartKey";
import { ViewChoices } from "./ViewChoices";

/** The phone's tools, within reach of one thumb. */
export function ThumbBar({ chart, state, more }: { chart: Chart; state: ChartKeyState; more: React.ReactNode }) {
  return (
    <div className="thumb only-phone" role="toolbar" aria-label={t("chart.tools")}>
      <KeyStepper chart={chart} state={state} />
      <Popover
        label={t("chart.capo")}
        button={(props) => (
          <Button {...props} look="quiet">
            {t("chart.capo.short", { capo: state.capo })}
          </Button>
        )}
      >
        {() => (
          <div className="pop-form">
            <CapoStepper chart={chart} state={state} />
          </div>
        )}
      </Popover>
      <Popover
        label={t("chart.view")}
        end
        button={(props) => <IconButton {...props} icon={ALargeSmall} label={t("chart.text")} />}
      >
        {() => (
          <>
            <div className="pop-form two">
              <Button onClick={() => stepScale(-1)}>{t("chart.text.smaller")}</Button>
              <Button onClick={() => stepScale(1)}>{t("chart.text.larger")}</Button>
            </div>
            <ViewChoices />
          </>
        )}
      </Popover>
      {more}
    </div>
  );
}
