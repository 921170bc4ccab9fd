import type { Page } from '../../web/index.ts'
import { ExampleNote, Facts, type NoticeHouse, noticeAt } from './frame.tsx'

/** Who publishes these pages (section 5 DDG), as the pack says it. */
export const imprintPages = (house: NoticeHouse): Page[] =>
  noticeAt(house, '/imprint', {
    title: 'house.imprint',
    body: (asking) => {
      const { contact } = house.city()
      return (
        <>
          <Facts
            asking={asking}
            contact={contact}
            rows={[
              ['privacy.responsible', 'publisher', 'address'],
              ['imprint.represented', 'representedBy'],
              ['imprint.phone', 'phone'],
              ['staff.email', 'email'],
            ]}
          />
          <ExampleNote asking={asking} contact={contact} />
        </>
      )
    },
  })
