import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import { memo, type ReactNode, useMemo } from "react";
import type { ProfileSong } from "@/api/types";
import { t } from "@/i18n";
import { type RowMode, SongRow } from "./SongRow";

/** A row that can be lifted by its grip, with a pointer or with Space and the arrow keys. */
export const SortableRow = memo(function SortableRow({ row, mode }: { row: ProfileSong; mode: RowMode }) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: row.song.id,
  });
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? "ps lifted" : "ps"}
      data-song={row.song.id}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="grip no-print"
        {...attributes}
        {...listeners}
        aria-label={t("list.drag", { title: row.song.title })}
      >
        <GripVertical className="i" aria-hidden />
      </button>
      <SongRow row={row} mode={mode} selected={false} />
    </li>
  );
});

function announcements(rows: ProfileSong[]) {
  const title = (id: UniqueIdentifier) => rows.find((row) => row.song.id === id)?.song.title ?? "";
  const place = (id: UniqueIdentifier) => rows.findIndex((row) => row.song.id === id) + 1;
  return {
    onDragStart: ({ active }: { active: { id: UniqueIdentifier } }) => t("drag.start", { title: title(active.id) }),
    onDragOver: (e: { active: { id: UniqueIdentifier }; over: { id: UniqueIdentifier } | null }) =>
      e.over ? t("drag.over", { title: title(e.active.id), place: place(e.over.id), count: rows.length }) : undefined,
    onDragEnd: (e: { active: { id: UniqueIdentifier }; over: { id: UniqueIdentifier } | null }) =>
      t("drag.end", { title: title(e.active.id), place: place(e.over?.id ?? e.active.id) }),
    onDragCancel: ({ active }: { active: { id: UniqueIdentifier } }) => t("drag.cancel", { title: title(active.id) }),
  };
}

/** Lets the rows inside be put into another order. */
export function SortableList({
  rows,
  onMove,
  children,
}: {
  rows: ProfileSong[];
  onMove: (songId: string, to: number) => void;
  children: ReactNode;
}) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = useMemo(() => rows.map((row) => row.song.id), [rows]);
  function onDragEnd({ active, over }: DragEndEvent) {
    if (over && over.id !== active.id) onMove(String(active.id), ids.indexOf(String(over.id)));
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        announcements: announcements(rows),
        screenReaderInstructions: { draggable: t("drag.how") },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
