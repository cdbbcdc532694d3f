/** What a row of the list does to map and clock. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Atlas } from '../../../chronicle/atlas.ts'
import type { ChangedPart, ChangedPlace } from '../../../chronicle/change-list.ts'
import type { Day } from '../../../chronicle/day.ts'
import { boxOfFaces } from '../../../chronicle/face-box.ts'
import { useApp } from '../../context.tsx'
import { type ChangeActions, keyOfPlace } from './group.tsx'
import type { Interval } from './interval.ts'

/** The interval that a reader walks through, and the day that the walk has led to. */
export interface Walk extends Interval {
  day: Day
}

/**
 * @param interval what the list tells of
 * @param onWalk the list should stay as it is although the clock goes to another day
 */
export function useChangeActions(interval: Interval | null, onWalk: (walk: Walk) => void): ChangeActions {
  const { atlas, map, session } = useApp()
  const [row, setChosen] = useState<{ key: string; faces: readonly number[]; of: Atlas } | null>(null)
  const chosen = row?.of === atlas ? row : null
  const faces = chosen?.faces
  useEffect(() => {
    map?.painter.setEmphasis(faces ?? [])
    return () => map?.painter.setEmphasis([])
  }, [map, faces])
  const look = useCallback(
    (looked: readonly number[] | null) => map?.painter.setEmphasis(looked ?? faces ?? []),
    [map, faces],
  )
  return useMemo(
    () => ({
      chosen: chosen?.key ?? null,
      look,
      choosePlace(entry: ChangedPlace) {
        const { place, face, day } = entry
        if (interval) onWalk({ ...interval, day })
        session.clock.setDay(day)
        session.change({ place: place.id, at: null, panel: 'changes' })
        setChosen({ key: keyOfPlace(entry), faces: [face], of: atlas })
        map?.flyTo(place.lon, place.lat)
        map?.painter.pulse([face])
      },
      chooseGround(part: ChangedPart) {
        const box = boxOfFaces(atlas, part.faces)
        setChosen({ key: `ground ${part.governorate}`, faces: part.faces, of: atlas })
        if (box) map?.showBox(box)
        map?.painter.pulse(part.faces)
      },
      why({ place }: ChangedPlace) {
        session.change({ place: place.id, at: null, panel: 'why' })
      },
    }),
    [atlas, map, session, interval, onWalk, look, chosen],
  )
}
