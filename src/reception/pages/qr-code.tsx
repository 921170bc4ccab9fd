import QRCode from 'qrcode'

type QrCodeProps = {
  /** As drawn by the library from our own address. */
  readonly svg: string
  readonly label: string
  readonly large?: boolean
}

/** A code to scan with a phone's camera. */
export const QrCode = ({ svg, label, large }: QrCodeProps) => (
  <div
    class={large ? 'qr large' : 'qr'}
    role="img"
    aria-label={label}
    dangerouslySetInnerHTML={{ __html: svg.replace('<svg ', '<svg aria-hidden="true" ') }}
  />
)

/** The drawing of the code that leads to an address of the house. */
export const codeOf = (address: string): Promise<string> =>
  QRCode.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
