import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import * as directions from './architecture/directions.ts'
import { type Finding, type House, readHouse } from './architecture/house.ts'
import * as pages from './architecture/pages.ts'
import * as papers from './architecture/papers.ts'
import * as sizes from './architecture/sizes.ts'
import * as world from './architecture/world.ts'

const house = readHouse(fileURLToPath(new URL('..', import.meta.url)))

/** A test that passes when nothing is found, and otherwise names every place. */
const holds = (sentence: string, find: (house: House) => Finding[]): void => {
  it(sentence, () => {
    const found = find(house)
    if (found.length > 0) assert.fail(`${found.length} found:\n${found.join('\n')}`)
  })
}

describe('the house is read', () => {
  it('with every source in it', () => {
    for (const path of ['src/main.ts', 'src/kernel/index.ts', 'islands/live.ts', 'bench/hall.ts'])
      assert.ok(
        house.sources.some((source) => source.path === path),
        path,
      )
  })
})

describe('directions', () => {
  holds('a rule knows the kernel, its own rules and types of other modules', directions.impureRules)
  holds('kernel and simulation know nothing above them', directions.impureGround)
  holds('pages use actions, actions use rules and store, and never back', directions.wrongWays)
  holds('modules see each other only through their doors', directions.backDoors)
  holds('a module holds rules, store, actions, pages and index, nothing else', directions.strangers)
  holds('no import leads back to where it came from', directions.cycles)
})

describe('the world outside', () => {
  holds('SQL stands in stores, in insight and in db', world.strayedSql)
  holds('only config.ts reads the environment', world.strayedSettings)
  holds('rules are given time and chance', world.worldlyRules)
  holds('the office has one clock', world.otherClocks)
  holds('the database is never asked for the time', world.clocksInSql)
})

describe('sizes and names', () => {
  holds('no file has more than 250 lines', sizes.longFiles)
  holds('no function has more than 60 lines', sizes.longFunctions)
  holds('no function takes more than 3 parameters by position', sizes.manyParameters)
  holds('nothing is any', sizes.anyTypes)
  holds('nothing is exported as default', sizes.defaultExports)
  holds('no folder is a drawer for everything', sizes.drawers)
})

describe('pages and styles', () => {
  holds('no page carries styles or scripts inside', pages.inlineCode)
  holds('only drawings go into a page unescaped', pages.rawHtml)
  holds('colours are named in the palettes and nowhere else', pages.hardColours)
  holds('styles say start and end, never left and right', pages.physicalStyles)
})

describe('exceptions', () => {
  it('are kept no longer than somebody needs them', () => {
    const textOf = (path: string) => house.papers.find((paper) => paper.path === path)?.text ?? ''
    for (const path of pages.DRAWING) assert.match(textOf(path), /dangerouslySetInnerHTML/, path)
    for (const path of pages.PALETTES) assert.match(textOf(path), /--[\w-]+: #/, path)
    assert.match(textOf(world.LISTENER), /from 'pg'/, world.LISTENER)
  })
})

describe('papers', () => {
  holds('every library has its reason in a record of decision', papers.unexplainedLibraries)
  holds('every record of decision is numbered, dated and complete', papers.unfinishedRecords)
  holds('nothing tells how the house was made', papers.workshopWords)
})
