import { type GuideGroup, type GuideTopic, packText } from '../../city/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { ChoiceLinks } from '../../web/look/index.ts'
import { type AtDoor, answerAddress, concernTitle, framed, inside, knownKiosk } from './door.ts'
import { lost } from './lost.tsx'
import { nothingFits } from './nothing-fits.ts'

/** The second question: which part of the topic. */
export const topicPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/topic/:topic`,
  access: at.door.access,
  get: (asking) => {
    const topic = findTopic(at, asking)
    if (!topic) return lost(asking)
    const [only] = topic.groups
    return topic.groups.length === 1 && only
      ? concerns(at, asking, { topic, group: only })
      : groups(at, asking, topic)
  },
})

/** The third and last question: which concern. */
export const groupPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/topic/:topic/:group`,
  access: at.door.access,
  get: (asking) => {
    const topic = findTopic(at, asking)
    const group = topic?.groups.find((candidate) => candidate.id === asking.params.group)
    return topic && group ? concerns(at, asking, { topic, group }) : lost(asking)
  },
})

const findTopic = (at: AtDoor, asking: Asking): GuideTopic | undefined =>
  knownKiosk(at, asking)
    ? at.office.city().guide.find((topic) => topic.id === asking.params.topic)
    : undefined

function groups(at: AtDoor, asking: Asking, topic: GuideTopic): View {
  const city = at.office.city()
  const { t, language } = asking
  const title = packText(city, language.code, { section: 'topics', key: topic.id })
  const links = topic.groups.map((group) => ({
    href: inside(at, asking, `/topic/${topic.id}/${group.id}`),
    text: packText(city, language.code, { section: 'groups', key: `${topic.id}/${group.id}` }),
  }))
  return question(at, asking, { title, question: t('guide.group'), icon: topic.icon, links })
}

function concerns(
  at: AtDoor,
  asking: Asking,
  { topic, group }: { topic: GuideTopic; group: GuideGroup },
): View {
  const city = at.office.city()
  const title = packText(city, asking.language.code, { section: 'groups', key: `${topic.id}/${group.id}` })
  const links = group.concerns.map((concern) => ({
    href: answerAddress(at, asking, concern),
    text: concernTitle(city, asking, concern),
  }))
  return question(at, asking, { title, question: asking.t('guide.concern'), icon: topic.icon, links })
}

type Question = {
  readonly title: string
  readonly question: string
  readonly icon: string
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

function question(at: AtDoor, asking: Asking, { title, question: asked, icon, links }: Question): View {
  const { t } = asking
  const body = (
    <div class="stack">
      <div class="stack tight">
        <h1>{title}</h1>
        <p class="lead">{asked}</p>
      </div>
      <ChoiceLinks
        items={[
          ...links.map(({ href, text }) => ({ href, icon, label: text })),
          ...(at.door.gives ? [nothingFits(at, asking)] : []),
        ]}
      />
      <p>
        <a href={inside(at, asking, '/')}>{t('common.start_again')}</a>
      </p>
    </div>
  )
  return framed(at, asking, { title, body })
}
