#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// Documents on this machine: folders, files, web archives, folders of fetched pages, patterns and standard input,
/// listed one at a time.
///
/// ```swift
/// for entry in LocalSource(["corpus/pages", "-"]) {
///   let document = try entry.document()
/// }
/// ```
/// Entries come in the order of the inputs; below a folder, in the order of the paths' bytes.
public struct LocalSource: Sendable, Sequence {
  /// The size, after decompression, beyond which a document is refused: 64 MiB, some hundred times a large page.
  public static let maximumBytes = 64 << 20

  private let inputs: [String]

  /// - Parameter inputs: each a folder, a file, a pattern with `*`, `?` or `[…]` that the shell left alone, or `-`.
  public init(_ inputs: [String]) { self.inputs = inputs }

  /// Begins listing.
  public func makeIterator() -> Iterator { Iterator(inputs) }

  /// Lists entries lazily: a folder is opened when its turn comes, a document never.
  public struct Iterator: IteratorProtocol, Sendable {
    private enum Current: Sendable {
      case folder(FolderWalk)
      case lines(LineReader)
      case fetched(FetchedPages)
    }

    /// Inputs still to come, the next one last.
    private var inputs: [String]
    private var current: Current?
    /// The archive that is open, which may lie in the folder that is walked.
    private var archive: ArchiveWalk?
    /// Paths listed, kept only where two inputs could name the same document.
    private var listed: Set<String>?

    init(_ inputs: [String]) {
      self.inputs = inputs.reversed()
      if inputs.count > 1 { listed = [] }
    }

    /// The next document's entry, nil at the end.
    public mutating func next() -> Entry? {
      while let entry = nextOfArchive() ?? nextOfCurrent() ?? nextInput() {
        guard case .file = entry.content else { return entry }
        guard listed?.insert(entry.path).inserted != false else { continue }
        guard PageName.isArchive(entry.path) else { return entry }
        do throws(ReadFault) {
          archive = try ArchiveWalk(entry.path)
        } catch {
          return Entry(path: entry.path, content: .fault(error))
        }
      }
      return nil
    }

    private mutating func nextOfArchive() -> Entry? {
      guard let entry = archive?.next() else {
        archive = nil
        return nil
      }
      return entry
    }

    private mutating func nextOfCurrent() -> Entry? {
      switch current {
      case .folder(var walk):
        current = nil
        guard let entry = walk.next() else { return nil }
        current = .folder(walk)
        return entry
      case .fetched(var pages):
        current = nil
        guard let entry = pages.next() else { return nil }
        current = .fetched(pages)
        return entry
      case .lines(var reader):
        current = nil
        let path = reader.path
        do throws(Failure) {
          guard let line = try reader.next() else { return nil }
          current = .lines(reader)
          return Entry(path: path, content: .line(line.bytes, number: line.number))
        } catch {
          current = .lines(reader)
          return Entry(path: path, content: .failed(error))
        }
      case nil: return nil
      }
    }

    /// Opens inputs until one gives an entry.
    private mutating func nextInput() -> Entry? {
      while let input = inputs.popLast() {
        if let entry = open(input) ?? nextOfCurrent() { return entry }
      }
      return nil
    }

    /// The entry where `input` is a single document; else nil, and `current` or `inputs` hold what it stands for.
    private mutating func open(_ input: String) -> Entry? {
      if input == "-" { return openLines(input) }
      var status = stat()
      guard stat(input, &status) == 0 else { return expand(input, errno) }
      if status.st_mode & S_IFMT == S_IFDIR {
        current = FetchedPages(input).map { .fetched($0) } ?? .folder(FolderWalk(input))
        return nil
      }
      if PageName.isLines(input) { return openLines(input) }
      return Entry(path: input, content: .file(Array(input.utf8CString)))
    }

    private mutating func openLines(_ input: String) -> Entry? {
      do throws(Failure) {
        current = .lines(try LineReader(path: input))
        return nil
      } catch {
        return Entry(path: input, content: .failed(error))
      }
    }

    private mutating func expand(_ input: String, _ code: Int32) -> Entry? {
      guard code == ENOENT, Glob.isPattern(input) else {
        return Entry(path: input, content: .fault(FileBytes.unreadable(code)))
      }
      let found = Glob.paths(matching: input)
      guard !found.isEmpty else {
        return Entry(path: input, content: .fault(ReadFault(.unreadable, "no file matches this pattern")))
      }
      if listed == nil { listed = [] }
      inputs.append(contentsOf: found.reversed())
      return nil
    }
  }
}
