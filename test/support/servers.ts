import { migrate, openPostgres } from '../../src/db/index.ts'
import { openHouse, type TestHouse } from './house.ts'
import { freshDatabase, type Postgres } from './postgres.ts'

/** Two servers of one house on a fresh database, each with so many connections. */
export async function twoServers(
  { url: cluster }: Pick<Postgres, 'url'>,
  connections = 4,
): Promise<readonly [TestHouse, TestHouse]> {
  const url = await freshDatabase(cluster)
  const open = async () => {
    const database = await openPostgres(url, connections)
    await migrate(database)
    return openHouse({ database })
  }
  // One after the other: the first makes the tables.
  const one = await open()
  return [one, await open()]
}
