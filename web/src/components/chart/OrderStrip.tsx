import { t } from "@/i18n";
import { jumpTo } from "./ChordChart";
import type { OrderTile } from "./sections";

/** The order of sections; a tile jumps to its section. */
export function OrderStrip({ tiles, prefix = "sec-" }: { tiles: OrderTile[]; prefix?: string }) {
  if (tiles.length === 0) return null;
  return (
    <div className="order">
      <span id="order-label">{t("chart.order")}</span>
      <ol aria-labelledby="order-label">
        {tiles.map((tile, i) => (
          <li key={i}>
            <button
              type="button"
              className={tile.refrain ? "o r" : "o"}
              title={tile.label}
              onClick={() => jumpTo(prefix, tile.id)}
            >
              {tile.short}
              {tile.repeat > 1 && <small>×{tile.repeat}</small>}
              <span className="sr">{tile.label}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
