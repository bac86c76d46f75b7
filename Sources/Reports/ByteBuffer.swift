/// Bytes of a report being written, in memory that is kept when they have been taken.
public struct ByteBuffer: Sendable {
  /// Room for more than has been written, so that most writing only puts bytes into it.
  private var room: [UInt8] = []
  /// How many bytes have been written.
  public private(set) var count = 0

  private static let leastRoom = 1 << 10

  /// An empty buffer.
  public init() {}

  /// What has been written.
  public var bytes: ArraySlice<UInt8> { room[..<count] }

  /// The same as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what has been written, and keeps its memory.
  public mutating func removeAll() { count = 0 }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == room.count { makeRoom(for: 1) }
    room[count] = byte
    count += 1
  }

  /// Appends so many bytes of one value.
  mutating func append(repeating byte: UInt8, count: Int) {
    for _ in 0..<count { append(byte) }
  }

  /// Appends bytes.
  mutating func append(_ bytes: [UInt8]) {
    // The buffer is that of the array, which lives as long as the call.
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends the UTF-8 of a text.
  mutating func append(_ text: String) {
    var text = text
    // The buffer is that of the text, which lives as long as the call.
    text.withUTF8 { unsafe append($0) }
  }

  /// Appends bytes that are not the buffer's own.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress, !bytes.isEmpty else { return }
    makeRoom(for: bytes.count)
    let start = count
    // There is room for all of them behind what has been written.
    unsafe room.withUnsafeMutableBufferPointer { room in
      unsafe room.baseAddress?.advanced(by: start).update(from: first, count: bytes.count)
    }
    count += bytes.count
  }

  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if room.count - count < more { grow(for: more) }
  }

  @inline(never)
  private mutating func grow(for more: Int) {
    let size = max(Self.leastRoom, 2 * room.count, count + more)
    room.append(contentsOf: repeatElement(0, count: size - room.count))
  }
}
