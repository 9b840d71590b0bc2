import { Sk } from "@/components/ui/States";

const lines = [
  [86, [4, 26, 50, 78]],
  [70, [10, 32, 58]],
  [80, [3, 28, 46, 70]],
  [58, [10, 34, 50]],
] as const;

function Verse() {
  return (
    <div>
      <Sk w="3.5rem" h=".75rem" />
      {lines.map(([width, chords]) => (
        <div className="skl" key={width}>
          <div>
            {chords.map((left) => (
              <i className="sk" key={left} style={{ left: `${left}%`, width: "1.375rem" }} />
            ))}
          </div>
          <Sk w={`${width}%`} />
        </div>
      ))}
    </div>
  );
}

/** The shape of a chart that is on its way. */
export function ChartSkeleton() {
  return (
    <>
      <Sk w="44%" h="2rem" />
      <Sk w="60%" h=".75rem" top=".875rem" />
      <div className="skc">
        <Verse />
        <Verse />
      </div>
    </>
  );
}
