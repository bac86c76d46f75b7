/// Elements that are taken out in the order in which they were put in.
struct Fifo<Element> {
  private var elements: [Element?] = []
  private var head = 0

  /// How many there are.
  var count: Int { elements.count - head }

  mutating func append(_ element: Element) { elements.append(element) }

  /// Takes out the first; nil when there is none.
  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    defer {
      elements[head] = nil
      head += 1
      if head > 64, head > elements.count / 2 {
        elements.removeFirst(head)
        head = 0
      }
    }
    return elements[head]
  }
}
