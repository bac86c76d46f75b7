import Glibc

/// Where a run has its memory: asked for beside the files, as only the system can give it.
public enum Heap {
  private static let largePage = 2 << 20
  private static let page = 4 << 10

  /// Has the first two MiB that are allocated from now on come in one large page, where the system
  /// gives such pages on request. In small ones the system steps in five hundred times, which for a
  /// run over one case is a tenth of its time.
  public static func useLargePage() { _ = isPrepared }

  /// Done when it is first asked for.
  private static let isPrepared: Bool = {
    // A little more than the page, so that what malloc notes behind the block lies behind the page.
    let room = largePage + 16 * page
    // Once so large a block has been freed, malloc takes the next one from the heap, and keeps it.
    allocateAndFree(room)
    // Nothing is read or written through these addresses; the system is told of them.
    guard let end = unsafe sbrk(0) else { return false }
    // What malloc notes before the block must lie before the page, which is not yet touched.
    let gap = (2 * largePage - page - Int(bitPattern: end) % largePage) % largePage
    guard unsafe sbrk(gap) == end else { return false }
    allocateAndFree(room)
    // The system takes it as advice; what is there already stays as it is.
    return unsafe madvise(end + gap + page, largePage, MADV_HUGEPAGE) == 0
  }()

  private static func allocateAndFree(_ size: Int) {
    // Never touched: an array of this size would be, or would not be made at all.
    unsafe UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8).deallocate()
  }
}
